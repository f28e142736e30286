import { openStore } from '../storage/open';
import { countsTable, isoWeekOf } from './weekly-counts';

type Printing = {
  readonly databaseUrl: string;
  readonly now: Date;
  readonly print: (line: string) => void;
};

/** Prints the shown answers per week and route, without the numbers that are too small to be shown. */
export const printCounts = async ({ databaseUrl, now, print }: Printing): Promise<void> => {
  const store = await openStore(databaseUrl);
  try {
    const lines = countsTable(await store.counts.list(), isoWeekOf(now));
    for (const line of lines.length > 0 ? lines : ['No week with answers is over yet.']) print(line);
  } finally {
    await store.close();
  }
};
