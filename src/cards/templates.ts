import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { Card } from './card';
import type { Models } from './models';

const folder = path.join(__dirname, '../../cards');

const read = (name: keyof Models): Template =>
  new Template(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')));

const templates: Readonly<Record<keyof Models, Template>> = {
  choices: read('choices'),
  page: read('page'),
  result: read('result'),
  form: read('form'),
  meeting: read('meeting'),
};

/**
 * The card that a template makes of its model. What the model holds is put in as it is and never read as an
 * expression: so expand once only, and never put words into a template.
 */
export const expand = <Name extends keyof Models>(name: Name, model: Models[Name]): Card =>
  templates[name].expand({ $root: model }) as Card;
