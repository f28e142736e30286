/** An Adaptive Card as JSON, ready to be attached to a message or answered to a click. */
export type Card = {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly [property: string]: unknown;
};
