/** What Teams, or this house, would refuse: by the rule's name. */
export type Fault = { readonly rule: RuleName; readonly says: string };

export type RuleName =
  | 'env-values'
  | 'json'
  | 'manifest-schema'
  | 'localisation-schema'
  | 'placeholders'
  | 'files'
  | 'command-scopes'
  | 'command-texts'
  | 'channel-features'
  | 'localised-keys'
  | 'addresses'
  | 'icon-size'
  | 'icon-colour'
  | 'icon-outline'
  | 'version';
