package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium that watches what a page asks for. Tests are skipped where none is installed,
 * unless the environment says {@code PROBITY_BROWSER=required}, as continuous integration does.
 */
final class Browser implements AutoCloseable {

  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static void assumeInstalled() {
    boolean installed = CHROMIUM.canExecute() && DRIVER.canExecute();
    if ("required".equals(System.getenv("PROBITY_BROWSER"))) {
      assertThat(installed).as("Chromium must be installed here").isTrue();
    }
    Assumptions.assumeTrue(
        installed,
        "no Chromium: install Debian's packages chromium and chromium-driver to run this test");
  }

  static Browser start() {
    assumeInstalled();
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en");
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** Opens a page in a window of a width. */
  Browser open(Path page, int width) {
    resize(width);
    driver.get(page.toUri().toString());
    return this;
  }

  void resize(int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  void asPrinted(boolean printed) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", printed ? "print" : ""));
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> findAll(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  String text(String selector) {
    return find(selector).getText();
  }

  /** Returns the driver, for what the hand does with a pointer. */
  ChromeDriver driver() {
    return driver;
  }

  /** Returns by how many pixels the page is wider than the window. */
  int overrun() {
    Number over = (Number)
        run("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return over.intValue();
  }

  /** Returns what the page said on the console. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Returns the requests of the page that were not for the file itself or for data inside it. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("Network.requestWillBeSent\""))
        .filter(
            message -> !message.contains("\"url\":\"file:") && !message.contains("\"url\":\"data:"))
        .toList();
  }

  /** Keeps a picture of the whole page for people to look at. */
  void screenshot(String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Object height = run("return document.documentElement.scrollHeight");
    Object width = run("return window.innerWidth");
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    resize(((Number) width).intValue());
  }

  @Override
  public void close() {
    driver.quit();
  }
}
