import { describeLife } from './life-suite';

describe('on the embedded database', () => describeLife(async () => ({})));
