// The package's types describe its ES module; what is loaded is CommonJS.
type Library = typeof import('ical.js', { with: { 'resolution-mode': 'import' }})['default'];
const ICAL = require('ical.js') as Library;

/** The events of an iCalendar text as another library than ours reads them. */
export const eventsIn = (file: string): readonly InstanceType<Library['Event']>[] =>
  new ICAL.Component(ICAL.parse(file))
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
