package io.probity.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.probity.application.BorrowingHistory;
import io.probity.application.BorrowingStatus;
import io.probity.application.CreditType;
import io.probity.application.Inquiry;
import io.probity.application.LoanApplication;
import io.probity.application.LoanRequest;
import io.probity.application.Refinancing;
import io.probity.application.Tradeline;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hostile application: its work and memory grow with its size and no faster. */
class ManyTradelinesTest {

  private static final FeatureCatalog CATALOG = FeatureCatalog.standard();
  private static final List<String> IDS =
      CATALOG.features().stream().map(CatalogFeature::id).toList();

  private static double[] features(int count) {
    List<Tradeline> tradelines = new ArrayList<>();
    List<Inquiry> inquiries = new ArrayList<>();
    List<String> repaid = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LocalDate opened = TestApplications.daysAgo(31 + i % 400);
      tradelines.add(Tradeline.builder("lender " + i, CreditType.MICRO_LOAN, opened)
          .id("T" + i)
          .limitOrAmount(BigDecimal.valueOf(1_000))
          .balance(BigDecimal.TEN)
          .monthlyPayment(BigDecimal.ONE)
          .dueDay(1 + i % 31)
          .build());
      inquiries.add(Inquiry.of(TestApplications.daysAgo(1 + i % 400), "lender " + i));
      repaid.add("T" + i);
    }
    LoanApplication application = TestApplications.application()
        .request(LoanRequest.builder().refinances(new Refinancing(repaid, true)).build())
        .borrowing(BorrowingHistory.of(BorrowingStatus.HIT, tradelines, inquiries))
        .build();
    return FeatureExtractor.compile(CATALOG.schema(), IDS).extract(application);
  }

  private static long allocated(int count) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    double[] cells = features(count);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(cells[IDS.indexOf("open_tradelines")]).isEqualTo(count);
    assertThat(cells[IDS.indexOf("micro_lenders_active")]).isEqualTo(count);
    assertThat(cells[IDS.indexOf("debt_service")]).isZero(); // all are repaid by the loan
    return bytes;
  }

  /** A quadratic step would take 10^10 operations and not end in the time that is allowed. */
  @Test
  @Timeout(60)
  void extract_aHundredThousandTradelines_needsTwiceTheMemoryOfHalfOfThem() {
    allocated(1_000);
    long half = allocated(50_000);
    long whole = allocated(100_000);

    assertThat(whole / (double) half).isLessThan(2.5);
    assertThat(whole / 100_000).isLessThan(6_000); // bytes for one tradeline and one inquiry
  }
}
