// The pictures in docs: panels of plain bars, two beside each other, legible on light and on dark.
import { median } from './report.mjs';

const BAR = { height: 16, gap: 6, left: 190, width: 190 };
const PANEL = { width: 460 };

const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Small values with a digit, for most of them are between two whole numbers. */
const written = (value) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB'));

function panel({ title, note, values }, { x, y }) {
  const most = Math.max(...values.map(({ value }) => value));
  const bars = values.map(({ name, value, isOurs }, index) => {
    const top = 40 + index * (BAR.height + BAR.gap);
    const width = Math.max(1, Math.round((value / most) * BAR.width));
    return `<text class="name" x="${BAR.left - 8}" y="${top + 12}" text-anchor="end">${escapeXml(name)}</text>
<rect class="${isOurs ? 'ours' : 'peer'}" x="${BAR.left}" y="${top}" width="${width}" height="${BAR.height}" rx="2"/>
<text x="${BAR.left + width + 6}" y="${top + 12}">${written(value)}</text>`;
  });
  return `<g transform="translate(${x} ${y})">
<text class="title" x="0" y="14">${escapeXml(title)}</text><text x="0" y="30">${escapeXml(note)}</text>
${bars.join('\n')}
</g>`;
}

/** The chart as SVG text. */
export function drawChart({ bots, rates, memory, warm }) {
  const valuesOf = (read) =>
    bots.map((bot) => ({
      name: bot.key === 'ours-24' || bot.key === 'teams-sdk' ? `${bot.name}, Node 24` : bot.name,
      isOurs: bot.isOurs,
      value: read(bot.key),
    }));
  const panels = [
    {
      title: 'Clicks a second',
      note: 'as people make them, one line; more is better',
      values: valuesOf((key) => median(rates[key]['walk-1'])),
    },
    {
      title: 'Messages a second',
      note: 'one line; more is better',
      values: valuesOf((key) => median(rates[key]['message-1'])),
    },
    { title: 'Memory after load, MB', note: 'less is better', values: valuesOf((key) => memory[key].now) },
    {
      title: 'Start to ready, ms',
      note: 'warm; less is better',
      values: valuesOf((key) => median(warm[key])),
    },
  ];
  return drawPanels(panels, 'Vejviser beside bare bots: clicks and messages a second, memory, time to ready');
}

/** Panels of { title, note, values: [{ name, value, isOurs }] } as SVG text; `label` says the picture in words. */
export function drawPanels(panels, label) {
  const mostBars = Math.max(...panels.map(({ values }) => values.length));
  const height = 60 + mostBars * (BAR.height + BAR.gap);
  const drawn = panels.map((each, index) =>
    panel(each, { x: 16 + (index % 2) * PANEL.width, y: 16 + Math.floor(index / 2) * height }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * PANEL.width} ${Math.ceil(panels.length / 2) * height + 16}" role="img" aria-label="${escapeXml(label)}">
<style>
text { font: 12px system-ui, sans-serif; fill: #57606a }
.title { font-weight: 600; font-size: 14px; fill: #1f2328 }
.ours { fill: #0969da }
.peer { fill: #8c959f }
@media (prefers-color-scheme: dark) {
  text { fill: #9198a1 }
  .title { fill: #f0f6fc }
  .ours { fill: #4493f8 }
  .peer { fill: #656c76 }
}
</style>
${drawn.join('\n')}
</svg>
`;
}
