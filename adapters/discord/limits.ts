/** What Discord takes, each limit with where it is documented. Lengths are held in UTF-16 code units, never fewer than Discord counts. */

/** https://docs.discord.com/developers/components/reference#text-display: of all text of a message together. */
export const TEXT_MAX = 4_000;
/** https://docs.discord.com/developers/components/overview: nested ones count too. */
export const COMPONENTS_MAX = 40;
/** https://docs.discord.com/developers/components/reference#action-row: "up to 5 contextually grouped button components". */
export const BUTTONS_PER_ROW_MAX = 5;
/** https://docs.discord.com/developers/components/reference#button: `label`, `custom_id`, `url`. */
export const BUTTON_LABEL_MAX = 80;
export const CUSTOM_ID_MAX = 100;
export const BUTTON_URL_MAX = 512;
/** https://docs.discord.com/developers/components/reference#label, and of a modal `title`. */
export const MODAL_LABEL_MAX = 45;
/** https://docs.discord.com/developers/components/reference#text-input: `max_length` is at most 4,000; a reason needs less. */
export const REASON_MAX = 1_000;
/** https://docs.discord.com/developers/components/reference#text-input: `placeholder`; a schedule or topics need less than 4,000. */
export const PLACEHOLDER_MAX = 100;
export const FIELD_MAX = 300;
/** https://docs.discord.com/developers/resources/channel#start-thread-from-message: `name`, 1 to 100. */
export const THREAD_NAME_MAX = 100;
/** https://docs.discord.com/developers/resources/message#create-message: `nonce`. */
export const NONCE_MAX = 25;
/** https://docs.discord.com/developers/interactions/application-commands: choices of an option, and the length of each. */
export const CHOICES_MAX = 25;
export const CHOICE_MAX = 100;
/** https://docs.discord.com/developers/interactions/application-commands#application-command-object: `max_length`. */
export const OPTION_TEXT_MAX = 2_000;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback: "within 3 seconds". */
export const ACK_WITHIN_MS = 3_000;
/** https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages: "tokens are valid for 15 minutes". */
export const TOKEN_VALID_MS = 15 * 60_000;
