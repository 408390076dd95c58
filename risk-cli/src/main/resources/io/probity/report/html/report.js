"use strict";
/** The report of a model: its charts, the desk of the cut-off, and choices among variables. */
(() => {
  const { colour, say, start } = probity.page;
  const { axis, base, begin, brief, charts, drawings, line, names, percent, redraw, shares, whiskers, whole } = probity.charts;

  Object.assign(drawings, {
    ranking: (data, narrow) => {
      const most = Math.min(data.labels.length, 40);
      const cut = (list) => list.slice(0, most).reverse();
      const errors = data.errors ? cut(data.errors) : [];
      const values = cut(data.values);
      const kept = data.kept ? cut(data.kept) : values.map(() => 1);
      return {
        height: Math.max(160, 60 + 22 * most),
        tooltip: { ...base(narrow).tooltip, valueFormatter: (value) => Number(value.toFixed(4)).toString() },
        xAxis: axis({ type: "value" }),
        yAxis: names(cut(data.labels), { axisLabel: { rotate: 0, formatter: (text) => brief(text, narrow ? 14 : 30) } }),
        series: [
          { name: say("chart.inModel"), type: "bar", stack: "all", barMaxWidth: 16, itemStyle: { color: colour("good") }, data: values.map((v, i) => (kept[i] ? v : 0)) },
          ...(kept.includes(0) ? [{ name: say("chart.notInModel"), type: "bar", stack: "all", barMaxWidth: 16, itemStyle: { color: colour("bar"), borderColor: colour("faint"), borderType: "dashed", borderWidth: 1 }, data: values.map((v, i) => (kept[i] ? 0 : v)) }] : []),
          ...(errors.length ? [{
            name: "± 1.96", type: "custom", silent: true, tooltip: { show: false }, itemStyle: { color: colour("ink") }, z: 4,
            data: values.map((v, i) => [Math.max(0, v - 1.96 * errors[i]), v + 1.96 * errors[i], i]), encode: { x: [0, 1], y: 2 },
            renderItem: (params, api) => {
              const low = api.coord([api.value(0), api.value(2)]);
              const high = api.coord([api.value(1), api.value(2)]);
              return { type: "line", shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] }, style: { stroke: colour("ink"), lineWidth: 1.5 } };
            },
          }] : []),
        ],
      };
    },
    funnel: (data) => ({
      height: 80 + 34 * data.steps.length,
      xAxis: axis({ type: "value" }),
      yAxis: names(data.steps.map((step) => say(step.key)).reverse(), { axisLabel: { rotate: 0 } }),
      series: [
        { name: say("chart.left"), type: "bar", stack: "all", barMaxWidth: 20, itemStyle: { color: colour("good") }, label: { show: true, color: "#fff", position: "insideLeft" }, data: data.steps.map((step) => step.left).reverse() },
        { name: say("chart.dropped"), type: "bar", stack: "all", barMaxWidth: 20, itemStyle: { color: colour("bar"), borderColor: colour("faint"), borderType: "dashed", borderWidth: 1 }, data: data.steps.map((step) => step.dropped).reverse() },
      ],
    }),
    shape: (data) => ({
      tooltip: { ...base().tooltip, valueFormatter: (value) => (typeof value === "number" ? value.toFixed(4) : "") },
      xAxis: names(data.bins.map((bin) => bin.label)),
      yAxis: [axis({ type: "value", name: say("chart.effect"), nameGap: 38 }), shares({ splitLine: { show: false }, name: say("column.share"), nameGap: 38, max: (range) => Math.min(1, 2 * range.max) })],
      series: [
        { name: say("column.share"), type: "bar", yAxisIndex: 1, barMaxWidth: 48, itemStyle: { color: colour("bar") }, data: data.bins.map((bin) => bin.share) },
        line(say("chart.effect"), "bad", data.bins.map((bin) => bin.effect), { series: { step: "middle", showSymbol: true, symbol: "diamond", symbolSize: 9, z: 5 } }),
        whiskers(say("chart.stability"), "ink", data.bins.map((bin, i) => [i, bin.low, bin.high]), { encode: { x: 0, y: [1, 2] } }),
      ],
    }),
    pair: (data, narrow) => {
      const width = data.columns.length;
      const most = Math.max(...data.cells.map(Math.abs), 1e-9);
      return {
        height: 160 + 44 * data.rows.length,
        legend: { show: false },
        tooltip: { ...base(narrow).tooltip, trigger: "item", formatter: (at) => data.rows[at.value[1]] + " × " + data.columns[at.value[0]] + ": " + at.value[2].toFixed(4) },
        grid: { left: 8, right: 8, top: 10, bottom: 60, containLabel: true },
        xAxis: names(data.columns, { name: data.columnName, nameGap: 40, splitArea: { show: true } }),
        yAxis: names(data.rows, { axisLabel: { rotate: 0, formatter: (text) => brief(text, narrow ? 10 : 20) } }),
        visualMap: {
          min: -most, max: most, precision: 2, orient: "horizontal", left: "center", bottom: 0, itemWidth: 12, textStyle: { color: colour("ink") },
          inRange: { color: ["#0072b2", "#7fb8d8", "#f5f5f5", "#f0a868", "#d55e00"] },
        },
        series: [{ type: "heatmap", data: data.cells.map((cell, i) => [i % width, Math.floor(i / width), cell]), label: { show: !narrow, color: "#111", formatter: (at) => at.value[2].toFixed(2) }, itemStyle: { borderColor: colour("line"), borderWidth: 1 } }],
      };
    },
    scores: (data) => {
      const low = data.scores[0];
      const width = Math.max(1, Math.ceil((data.scores[data.scores.length - 1] - low + 1) / 30));
      const bars = Math.floor((data.scores[data.scores.length - 1] - low) / width) + 1;
      const spread = (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const out = new Array(bars).fill(0);
        counts.forEach((count, i) => { out[Math.floor((data.scores[i] - low) / width)] += count / total; });
        return out;
      };
      return {
        tooltip: { ...base().tooltip, valueFormatter: (value) => percent(value) },
        xAxis: names(Array.from({ length: bars }, (none, i) => String(low + i * width)), { name: say("chart.score"), axisLabel: { rotate: 0, interval: "auto" } }),
        yAxis: shares(),
        series: [
          { name: say("chart.goods"), type: "bar", barGap: "-100%", barCategoryGap: "4%", itemStyle: { color: colour("good"), opacity: 0.75 }, data: spread(data.goods) },
          { name: say("chart.bads"), type: "bar", barGap: "-100%", itemStyle: { color: "transparent", borderColor: colour("bad"), borderWidth: 2, decal: null }, data: spread(data.bads) },
        ],
      };
    },
    roc: (data) => ({
      tooltip: { ...base().tooltip, valueFormatter: (value) => percent(value) },
      xAxis: shares({ max: 1, name: say("chart.goodsRejected") }),
      yAxis: shares({ max: 1, name: say("chart.badsRejected"), nameGap: 40 }),
      series: [
        line(say("chart.model"), "good", data.goods.map((x, i) => [x, data.bads[i]])),
        line(say("chart.chance"), "faint", [[0, 0], [1, 1]], { dash: "dashed" }),
      ],
    }),
    ks: (data) => {
      const points = data.pds.map((pd, i) => [pd, data.goods[i], data.bads[i]]).sort((a, b) => a[0] - b[0]);
      const best = points.reduce((a, b) => (b[2] - b[1] > a[2] - a[1] ? b : a));
      return {
        tooltip: { ...base().tooltip, valueFormatter: (value) => percent(value) },
        xAxis: shares({ name: "PD", max: "dataMax" }),
        yAxis: shares({ max: 1 }),
        series: [
          line(say("chart.badsAbove"), "bad", points.map((p) => [p[0], p[2]])),
          line(say("chart.goodsAbove"), "good", points.map((p) => [p[0], p[1]]), { dash: "dashed" }),
          line("KS " + (best[2] - best[1]).toFixed(3), "ink", [[best[0], best[1]], [best[0], best[2]]], { dash: "dotted" }),
        ],
      };
    },
    gains: (data) => ({
      tooltip: { ...base().tooltip, valueFormatter: (value) => Number(value.toFixed(4)).toString() },
      xAxis: shares({ max: 1, name: say("column.riskiest") }),
      yAxis: [shares({ max: 1, name: say("column.capture"), nameGap: 40 }), axis({ type: "value", min: 0, name: say("column.lift"), nameGap: 30, splitLine: { show: false } })],
      series: [
        line(say("column.capture"), "good", [[0, 0], ...data.shares.map((share, i) => [share, data.capture[i]])], { series: { showSymbol: true, symbol: "circle", symbolSize: 7 } }),
        line(say("column.lift"), "bad", data.shares.map((share, i) => [share, data.lift[i]]), { dash: "dashed", series: { yAxisIndex: 1, showSymbol: true, symbol: "diamond", symbolSize: 8 } }),
        line(say("chart.chance"), "faint", [[0, 0], [1, 1]], { dash: "dotted" }),
      ],
    }),
    calibration: (data) => {
      const top = Math.min(1, 1.05 * Math.max(...data.bins.map((bin) => Math.max(bin.pd, bin.high))));
      return {
        tooltip: { ...base().tooltip, trigger: "item", formatter: (at) => (at.value.length > 1 ? "PD " + percent(at.value[0]) + "\n" + say("column.badRate") + " " + percent(at.value[1]) : "") },
        xAxis: shares({ max: top, name: say("column.meanPd"), axisPointer: { show: false } }),
        yAxis: shares({ max: top, name: say("column.badRate"), nameGap: 40 }),
        series: [
          { name: say("column.badRate"), type: "scatter", symbol: "diamond", symbolSize: 11, itemStyle: { color: colour("bad") }, data: data.bins.map((bin) => [bin.pd, bin.rate]) },
          whiskers(say("column.interval"), "bad", data.bins.map((bin) => [bin.pd, bin.low, bin.high]), { encode: { x: 0, y: [1, 2] } }),
          line(say("chart.perfect"), "faint", [[0, 0], [top, top]], { dash: "dashed" }),
        ],
      };
    },
    grades: (data) => ({
      tooltip: { ...base().tooltip, valueFormatter: (value) => (typeof value === "number" ? (value > 1 ? whole(value) : percent(value)) : "") },
      xAxis: names(data.grades.map((grade) => grade.label)),
      yAxis: [shares({ name: say("column.badRate"), nameGap: 40 }), axis({ type: "value", name: say("column.records"), nameGap: 45, splitLine: { show: false } })],
      series: [
        { name: say("column.records"), type: "bar", yAxisIndex: 1, barMaxWidth: 48, itemStyle: { color: colour("bar") }, data: data.grades.map((grade) => grade.records) },
        line(say("column.meanPd"), "good", data.grades.map((grade) => grade.pd), { dash: "dashed", series: { showSymbol: true, symbol: "circle", symbolSize: 8, connectNulls: true } }),
        line(say("column.badRate"), "bad", data.grades.map((grade) => grade.rate), { series: { showSymbol: true, symbol: "diamond", symbolSize: 9, connectNulls: true } }),
        whiskers(say("column.interval"), "bad", data.grades.flatMap((grade, i) => (grade.high === undefined ? [] : [[i, grade.low, grade.high]])), { encode: { x: 0, y: [1, 2] } }),
      ],
    }),
    months: (data) => ({
      tooltip: { ...base().tooltip, valueFormatter: (value) => (typeof value === "number" ? (value > 1 ? whole(value) : percent(value)) : "") },
      xAxis: names(data.labels, { axisLabel: { interval: "auto" } }),
      yAxis: [axis({ type: "value", name: say("column.records"), nameGap: 45 }), shares({ name: say("column.badRate"), nameGap: 40, splitLine: { show: false } })],
      series: [
        { name: say("column.records"), type: "bar", itemStyle: { color: colour("bar") }, data: data.records },
        line(say("column.badRate"), "bad", data.rates, { series: { yAxisIndex: 1, showSymbol: true, symbol: "diamond", symbolSize: 7 } }),
      ],
    }),
    periods: (data) => {
      const pick = (key) => data.parts.map((part) => (part[key] === undefined ? null : part[key]));
      return {
        tooltip: { ...base().tooltip, valueFormatter: (value) => (typeof value === "number" ? Number(value.toFixed(4)).toString() : "") },
        xAxis: names(data.parts.map((part) => part.label)),
        yAxis: [axis({ type: "value", min: 0, max: 1, name: "AUC", nameGap: 34 }), axis({ type: "value", min: 0, name: "PSI", nameGap: 34, splitLine: { show: false } })],
        series: [
          { name: "PSI", type: "bar", yAxisIndex: 1, barMaxWidth: 40, itemStyle: { color: colour("bar") }, data: pick("psi") },
          line("AUC", "good", pick("auc"), { series: { showSymbol: true, symbol: "circle", symbolSize: 8 } }),
          whiskers(say("column.interval"), "good", data.parts.flatMap((part, i) => (part.high === undefined ? [] : [[i, part.low, part.high]])), { encode: { x: 0, y: [1, 2] } }),
          line(say("column.badRate"), "bad", pick("rate"), { dash: "dashed", series: { showSymbol: true, symbol: "diamond", symbolSize: 8 } }),
          line(say("column.meanPd"), "third", pick("pd"), { dash: "dotted", series: { showSymbol: true, symbol: "triangle", symbolSize: 8 } }),
        ],
      };
    },
    cutoff: (data) => {
      const desk = data.desk;
      const points = desk.curve();
      return {
        tooltip: { ...base().tooltip, valueFormatter: (value) => percent(value, 2) },
        xAxis: axis({ type: "value", name: say("chart.score"), min: points[0].score, max: points[points.length - 1].score, splitLine: { show: false } }),
        yAxis: [shares({ max: 1 }), axis({ type: "value", axisLabel: { formatter: (value) => percent(value, 1) }, name: say("cutoff.expectedProfit"), nameGap: 46, splitLine: { show: false } })],
        series: [
          line(say("cutoff.approval"), "good", points.map((p) => [p.score, p.approval]), {
            series: { markLine: { silent: true, symbol: "none", lineStyle: { color: colour("ink"), type: "solid" }, label: { formatter: "{c}", color: colour("ink") }, data: [{ xAxis: desk.at() }] } },
          }),
          line(say("cutoff.badRate"), "bad", points.map((p) => [p.score, p.badRate]), { dash: "dashed" }),
          line(say("cutoff.expectedProfit"), "third", points.map((p) => [p.score, p.expectedProfit]), { dash: "dotted", series: { yAxisIndex: 1 } }),
        ],
      };
    },
  });

  document.querySelectorAll(".chart").forEach((element) => begin(element));

  // ---- the desk of the cut-off

  document.querySelectorAll(".desk").forEach((desk) => {
    const drawing = charts.find((chart) => desk.contains(chart.element));
    const { scores, goods, bads, expected } = drawing.data;
    const slider = desk.querySelector("input[type=range]");
    const gain = desk.querySelector(".gain");
    const loss = desk.querySelector(".loss");
    const sum = (list, from = 0) => list.slice(from).reduce((total, value) => total + value, 0);
    const all = sum(goods) + sum(bads);
    const figures = (score) => {
      const from = scores.findIndex((value) => value >= score);
      const place = from < 0 ? scores.length : from;
      const approvedGoods = sum(goods, place);
      const approvedBads = sum(bads, place);
      const approved = approvedGoods + approvedBads;
      const expectedBads = sum(expected, place);
      const worth = (lost) => ((approved - lost) * Number(gain.value) - lost * Number(loss.value)) / all;
      return {
        score, approvedGoods, approvedBads, approval: approved / all,
        badRate: approved > 0 ? approvedBads / approved : null,
        expectedRate: approved > 0 ? expectedBads / approved : null,
        expectedProfit: worth(expectedBads), profit: worth(approvedBads),
        rejectedGoods: sum(goods) - approvedGoods, rejectedBads: sum(bads) - approvedBads,
      };
    };
    const curve = () => scores.concat(scores[scores.length - 1] + 1).map(figures);
    drawing.data.desk = { curve, at: () => Number(slider.value) };
    const show = () => {
      const now = figures(Number(slider.value));
      const set = (name, text) => { desk.querySelector(name).textContent = text; };
      const rate = (value) => (value === null ? "-" : percent(value, 2));
      set(".at", slider.value);
      set(".approval", rate(now.approval));
      set(".bad-rate", rate(now.badRate));
      set(".expected-rate", rate(now.expectedRate));
      set(".expected-profit", rate(now.expectedProfit));
      set(".profit", rate(now.profit));
      set(".counts", whole(now.approvedGoods) + " + " + whole(now.approvedBads) + " | " + whole(now.rejectedGoods) + " + " + whole(now.rejectedBads));
      drawing.draw();
    };
    [slider, gain, loss].forEach((input) => input.addEventListener("input", show));
    desk.querySelector(".best").addEventListener("click", () => {
      slider.value = curve().reduce((a, b) => (b.expectedProfit > a.expectedProfit ? b : a)).score;
      show();
    });
    show();
  });

  // ---- choices

  document.querySelectorAll(".picker").forEach((picker) => {
    const panels = [...picker.querySelectorAll(":scope > .panel")];
    const select = picker.querySelector("select");
    const show = () => {
      panels.forEach((panel, i) => { panel.hidden = i !== select.selectedIndex; });
      redraw(panels[select.selectedIndex]);
    };
    select.addEventListener("change", show);
    picker.querySelectorAll("[data-step]").forEach((button) => button.addEventListener("click", () => {
      select.selectedIndex = (select.selectedIndex + Number(button.dataset.step) + panels.length) % panels.length;
      show();
    }));
    show();
  });

  start();
})();
