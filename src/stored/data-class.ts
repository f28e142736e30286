/** What is kept of one kind, in the words of whoever answers for data protection. */
export type DataClass = {
  readonly what: string;
  /** Whether it can be joined with somebody: an employee's id, or words that an employee wrote. */
  readonly personal: 'nej' | 'ja, ansat eller gæst' | 'muligt, fri tekst';
  readonly purpose: string;
  readonly kept: string;
  readonly readers: string;
};
