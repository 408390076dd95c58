"use strict";
/** The profile of a file of records: histograms, and the proposed schema to save. */
(() => {
  const { colour, data, download, element, key, say, worded } = probity.page;
  const { axis, base, drawings, line, names, percent, shares, whole } = probity.charts;

  drawings.histogram = ({ pieces, isNumber }, narrow) => {
    const rates = pieces.map((piece) => piece.rate ?? null);
    const isJudged = rates.some((rate) => rate !== null);
    return {
      tooltip: { ...base(narrow).tooltip, valueFormatter: (value) => (typeof value !== "number" ? "" : value <= 1 ? percent(value) : whole(value)) },
      xAxis: names(pieces.map((piece) => piece.label), { axisLabel: { rotate: isNumber && pieces.length <= 12 ? 0 : 35, interval: "auto" } }),
      yAxis: [
        axis({ type: "value", name: say("column.records"), nameGap: 45, minInterval: 1 }),
        ...(isJudged ? [shares({ name: say("column.badRate"), nameGap: 40, splitLine: { show: false } })] : []),
      ],
      series: [
        { name: say("column.records"), type: "bar", barCategoryGap: isNumber ? "6%" : "35%", barMaxWidth: 60, itemStyle: { color: colour("bar") }, data: pieces.map((piece) => piece.records) },
        ...(isJudged ? [line(say("column.badRate"), "bad", rates, { series: { yAxisIndex: 1, showSymbol: true, symbol: "diamond", symbolSize: 7, connectNulls: true } })] : []),
      ],
    };
  };

  document.getElementById("save-schema").append(element("button", {
    type: "button", class: "main", id: "save",
    click: () => download("proposed.schema.json", JSON.stringify(data("proposed"), null, 2) + "\n", "application/json"),
  }, worded("span", key("profile.save"))));
})();
