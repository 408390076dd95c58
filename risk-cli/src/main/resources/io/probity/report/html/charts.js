"use strict";
/** Charts: what they share, the functions that draw each kind, and the elements that hold them. */
(() => {
  const { colour, onPaint, onSpeak, say, sentence } = probity.page;
  const charts = [];
  const percent = (value, digits = 1) => (100 * value).toFixed(digits) + "%";
  const whole = (value) => Math.round(value).toLocaleString("en");
  const brief = (text, most = 24) => (text.length > most ? text.slice(0, most - 1) + "…" : text);

  const base = (narrow) => ({
    animation: false,
    textStyle: { color: colour("ink"), fontFamily: getComputedStyle(document.body).fontFamily },
    legend: { top: 0, type: "scroll", textStyle: { color: colour("ink") }, pageTextStyle: { color: colour("ink") } },
    tooltip: {
      trigger: "axis", renderMode: "richText", confine: true,
      backgroundColor: colour("paper"), borderColor: colour("line"), textStyle: { color: colour("ink"), fontSize: 12 },
    },
    grid: { left: narrow ? 20 : 28, right: narrow ? 22 : 28, top: 40, bottom: 30, containLabel: true },
  });
  const axis = (more) => ({
    axisLine: { lineStyle: { color: colour("faint") } },
    axisLabel: { color: colour("ink"), hideOverlap: true, ...(more.axisLabel || {}) },
    splitLine: { lineStyle: { color: colour("line") } },
    nameTextStyle: { color: colour("faint") }, nameLocation: "middle", nameGap: 24,
    ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== "axisLabel")),
  });
  const names = (labels, more = {}) => axis({
    type: "category", data: labels, ...more,
    axisLabel: { interval: 0, formatter: (text) => brief(text, 18), rotate: labels.length > 5 ? 35 : 0, ...(more.axisLabel || {}) },
  });
  const shares = (more = {}) => axis({ type: "value", min: 0, ...more, axisLabel: { formatter: (value) => percent(value, 0) } });
  const line = (name, tone, data, more = {}) => ({
    name, type: "line", data, showSymbol: false, lineStyle: { color: colour(tone), width: 2, type: more.dash || "solid" },
    itemStyle: { color: colour(tone) }, ...more.series,
  });
  /** Vertical intervals at the places of a category axis or at numbers. */
  const whiskers = (name, tone, points, more = {}) => ({
    name, type: "custom", silent: true, z: 4, tooltip: { show: false }, itemStyle: { color: colour(tone) },
    data: points, ...more,
    renderItem: (params, api) => {
      const low = api.coord([api.value(0), api.value(1)]);
      const high = api.coord([api.value(0), api.value(2)]);
      const style = { stroke: colour(tone), lineWidth: 1.5, fill: "none" };
      const bar = (y) => ({ type: "line", shape: { x1: low[0] - 4, x2: low[0] + 4, y1: y, y2: y }, style });
      return {
        type: "group",
        children: [{ type: "line", shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] }, style }, bar(low[1]), bar(high[1])],
      };
    },
  });

  const drawings = {};
  drawings.bins = (data, narrow) => {
    const labels = data.bins.map((bin) => bin.label);
    return {
      height: 480,
      tooltip: { ...base(narrow).tooltip, valueFormatter: (value) => (typeof value === "number" ? value.toFixed(4) : "") },
      grid: [{ left: 24, right: 24, top: 40, height: 210, containLabel: true }, { left: 24, right: 24, top: 290, bottom: 10, containLabel: true }],
      xAxis: [names(labels, { axisLabel: { show: false } }), names(labels, { gridIndex: 1, axisLine: { onZero: false, lineStyle: { color: colour("faint") } } })],
      yAxis: [shares({ name: say("column.share"), nameGap: 38 }), shares({ name: say("column.badRate"), nameGap: 38, splitLine: { show: false } }), axis({ type: "value", gridIndex: 1, name: "WOE", nameGap: 38 })],
      series: [
        { name: say("column.share"), type: "bar", barMaxWidth: 48, itemStyle: { color: colour("bar") }, data: data.bins.map((bin) => bin.share) },
        line(say("column.badRate"), "bad", data.bins.map((bin) => bin.rate), { series: { yAxisIndex: 1, showSymbol: true, symbol: "diamond", symbolSize: 9 } }),
        whiskers(say("column.interval"), "bad", data.bins.map((bin, i) => [i, bin.low, bin.high]), { yAxisIndex: 1, encode: { x: 0, y: [1, 2] } }),
        { name: "WOE", type: "bar", xAxisIndex: 1, yAxisIndex: 2, barMaxWidth: 48, itemStyle: { color: colour("good") }, data: data.bins.map((bin) => bin.woe) },
      ],
    };
  };

  class Drawing {
    constructor(element, data = JSON.parse(element.dataset.chart)) {
      this.element = element;
      this.data = data;
      this.chart = null;
    }
    draw(width) {
      if (!width && this.element.clientWidth === 0) return;
      const room = width || this.element.clientWidth;
      const { height, ...option } = drawings[this.data.kind](this.data, room < 520);
      this.element.style.height = (height || 340) + "px";
      if (!this.chart) this.chart = echarts.init(this.element, null, { renderer: "svg", width: room, height: height || 340 });
      this.chart.resize({ width: room, height: height || 340 });
      this.chart.setOption({ ...base(room < 520), ...option }, true);
    }
  }
  /** Begins a chart in an element. */
  const begin = (element, data) => {
    const drawing = new Drawing(element, data);
    charts.push(drawing);
    return drawing;
  };
  const redraw = (within) => charts.filter((chart) => within.contains(chart.element)).forEach((chart) => chart.draw());
  onSpeak(() => charts.forEach((chart) => {
    if (chart.data.title) chart.element.setAttribute("aria-label", sentence(chart.data.title));
    chart.draw();
  }));
  onPaint((width) => charts.forEach((chart) => chart.draw(width)));

  probity.charts = { axis, base, begin, brief, charts, drawings, line, names, percent, redraw, shares, whiskers, whole };
})();
