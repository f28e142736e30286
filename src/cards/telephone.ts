/** Visible digits that are a link too. National short numbers have no country code. */
export const telephoneLink = (telephone: string): string => {
  const digits = telephone.replaceAll(' ', '');
  return `[${telephone}](tel:${digits.length > 3 ? `+45${digits}` : digits})`;
};
