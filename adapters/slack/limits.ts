/** What Slack takes, each limit with where it is documented. Lengths count UTF-16 code units. */

/** https://docs.slack.dev/reference/methods/chat.update: `text`; chat.postMessage advises the same. */
export const MESSAGE_TEXT_MAX = 4_000;
/** https://docs.slack.dev/reference/block-kit/blocks: "up to 50 blocks in each message". */
export const BLOCKS_PER_MESSAGE_MAX = 50;
/** https://docs.slack.dev/reference/block-kit/blocks: "100 blocks in modals or Home tabs". */
export const BLOCKS_PER_VIEW_MAX = 100;
/**
 * Not documented: about 13,200 characters over all blocks are refused with `msg_blocks_too_long`
 * (https://github.com/slackapi/bolt-js/issues/2509). Held against the JSON of the blocks, which is longer still.
 */
export const BLOCKS_JSON_MAX = 12_000;
/** https://docs.slack.dev/reference/methods/views.open: "view" is at most 250 KB. */
export const VIEW_JSON_MAX = 250_000;
/** https://docs.slack.dev/reference/block-kit/blocks/section-block: `text`. */
export const SECTION_TEXT_MAX = 3_000;
/** https://docs.slack.dev/reference/block-kit/blocks/header-block. */
export const HEADER_TEXT_MAX = 150;
/** https://docs.slack.dev/reference/block-kit/blocks/context-block: `elements`. */
export const CONTEXT_ELEMENTS_MAX = 10;
/** https://docs.slack.dev/reference/block-kit/blocks/actions-block: `elements`. */
export const ACTIONS_ELEMENTS_MAX = 25;
/** https://docs.slack.dev/reference/block-kit/blocks/container-block: `child_blocks`, and `title`. */
export const CONTAINER_BLOCKS_MAX = 10;
export const CONTAINER_TITLE_MAX = 150;
/** https://docs.slack.dev/reference/block-kit/blocks/context-actions-block: `elements`. */
export const CONTEXT_ACTIONS_ELEMENTS_MAX = 5;
/** https://docs.slack.dev/reference/block-kit/block-elements/button-element. */
export const BUTTON_TEXT_MAX = 75;
export const BUTTON_VALUE_MAX = 2_000;
export const BUTTON_URL_MAX = 3_000;
export const ACCESSIBILITY_LABEL_MAX = 75;
/** https://docs.slack.dev/reference/block-kit/block-elements: `action_id`; blocks: `block_id`; views: `callback_id`. */
export const IDENTIFIER_MAX = 255;
/** https://docs.slack.dev/reference/views/modal-views: `title`, `submit`, `close`. */
export const VIEW_TITLE_MAX = 24;
/** https://docs.slack.dev/reference/views/modal-views. */
export const PRIVATE_METADATA_MAX = 3_000;
/** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element: `max_length`. */
export const INPUT_LENGTH_MAX = 3_000;
/** Not documented: a sentence or two is shown beside a field. */
export const FIELD_ERROR_MAX = 300;
/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object: `text`, and `value`. */
export const OPTION_TEXT_MAX = 75;
export const OPTION_VALUE_MAX = 150;
/** https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts: `prompts`. */
export const SUGGESTED_PROMPTS_MAX = 4;

/** https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response: 3 seconds. */
export const ACK_WITHIN_MS = 3_000;
