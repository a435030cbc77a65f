import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { MOST_GRACE_MINUTES } from '../../src/reply/subscription-problem-reply.ts';
import { DESK_OPTION } from './desk-options.ts';
import { CHECK_COMMAND, COMMAND, DIGEST_GROUP, LABEL } from './labels.ts';
import { OPTION_TEXT_MAX } from './limits.ts';

/** Everywhere that a command can be used: servers, the bot's direct messages, and those between people. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** Descriptions in other languages; where a language is missing Discord shows the English one. */
const GERMAN: Readonly<Record<string, string>> = {
  'Answers about the story, with dated quotes': 'Antworten zum Thema, mit datierten Zitaten',
  'Answers a question with dated quotes': 'Beantwortet eine Frage mit datierten Zitaten',
  'What happened when': 'Was wann geschah',
  'Holds a claim against the sources': 'Prüft eine Behauptung anhand der Quellen',
  'What the sources say that a term means': 'Was ein Begriff den Quellen nach bedeutet',
  'The documents that I know': 'Die Dokumente, die ich kenne',
  'The scenarios, forecasts and risks that the sources name':
    'Szenarien, Prognosen und Risiken, die die Quellen nennen',
  'What you can ask': 'Was man fragen kann',
  'Digests by the clock: what is new since the last one': 'Berichte nach Zeitplan: was seit dem letzten neu ist',
  'Sets up a digest; without options a form opens': 'Richtet einen Bericht ein; ohne Angaben öffnet sich ein Formular',
  'The digests of this channel, and yours': 'Die Berichte dieses Kanals und deine',
  'Shows what would be posted now, to you alone': 'Zeigt dir allein, was jetzt gepostet würde',
  'Posts one now': 'Postet jetzt einen',
  'Stops a digest until it is resumed': 'Hält einen Bericht an, bis er fortgesetzt wird',
  'Goes on with a digest': 'Setzt einen Bericht fort',
  'Changes what you name; without options a form opens':
    'Ändert, was du angibst; ohne Angaben öffnet sich ein Formular',
  'Ends a digest': 'Beendet einen Bericht',
  'What became of each one': 'Was aus jedem einzelnen wurde',
  'Tells you when the answer to a question changes': 'Meldet, wenn sich die Antwort auf eine Frage ändert',
  'The questions that you watch': 'Die Fragen, die du beobachtest',
  'Ends watching a question': 'Beobachtet eine Frage nicht länger',
};

function described(description: string) {
  const german = GERMAN[description];
  return { description, ...(german && { description_localizations: { de: german } }) };
}

const QUESTION = textOption('question', 'What you want to know', { required: true, autocomplete: true });
const CLAIM = textOption('claim', 'A sentence that may be true or not', { required: true });
const TOPIC = textOption('topic', 'Only what concerns this', { autocomplete: true });
const TERM = textOption('term', 'The term to look up', { required: true, autocomplete: true });
const AS_OF = textOption('as_of', 'What held on this day: YYYY-MM-DD', { longest: 40 });
const PRIVATE: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  description: 'Only you see the reply (as it is without this); no: everybody here does',
};

const WATCHED = textOption(DESK_OPTION.watched, 'Its name in your list', { autocomplete: true, longest: 100 });
const WHICH = textOption(DESK_OPTION.digest, 'Its name in the list; not needed where there is one', {
  autocomplete: true,
  longest: 40,
});
const CHANNEL: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Channel,
  name: DESK_OPTION.channel,
  description: 'Where it is posted; without this here',
  channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
};
const AUDIENCE = textOption(DESK_OPTION.audience, 'For whom it is written', { autocomplete: true, longest: 40 });
const TOPICS = textOption(DESK_OPTION.topics, 'Only what concerns these, with commas between them', {
  autocomplete: true,
  longest: 1000,
});
const TIMES = [
  textOption(DESK_OPTION.when, 'weekdays 09:00, Mondays 8:30, daily, or a cron line', {
    autocomplete: true,
    longest: 100,
  }),
  textOption(DESK_OPTION.timeZone, 'The zone that these times are of, such as Europe/Berlin', {
    autocomplete: true,
    longest: 60,
  }),
];
const MANNER: readonly APIApplicationCommandBasicOption[] = [
  CHANNEL,
  AUDIENCE,
  TOPICS,
  {
    type: ApplicationCommandOptionType.Integer,
    name: DESK_OPTION.grace,
    description: 'How many minutes late it may still come',
    min_value: 0,
    max_value: MOST_GRACE_MINUTES,
  },
  {
    type: ApplicationCommandOptionType.String,
    name: DESK_OPTION.unchanged,
    description: 'What is posted when nothing is new',
    choices: [
      { name: LABEL.unchangedNothing, value: 'nothing' },
      { name: LABEL.unchangedLine, value: 'one line' },
    ],
  },
];

/** Discord counts a group as one option of its command. */
const DIGEST: APIApplicationCommandSubcommandGroupOption = {
  type: ApplicationCommandOptionType.SubcommandGroup,
  name: DIGEST_GROUP,
  ...described('Digests by the clock: what is new since the last one'),
  options: [
    subcommand('subscribe', 'Sets up a digest; without options a form opens', [...TIMES, ...MANNER]),
    subcommand('list', 'The digests of this channel, and yours', []),
    subcommand('preview', 'Shows what would be posted now, to you alone', [WHICH, AUDIENCE, TOPICS]),
    subcommand('now', 'Posts one now', [WHICH]),
    subcommand('pause', 'Stops a digest until it is resumed', [WHICH]),
    subcommand('resume', 'Goes on with a digest', [WHICH]),
    subcommand('edit', 'Changes what you name; without options a form opens', [WHICH, ...TIMES, ...MANNER]),
    subcommand('remove', 'Ends a digest', [WHICH]),
    subcommand('history', 'What became of each one', [WHICH]),
  ],
};

/** The commands as Discord is told them. */
export const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    type: ApplicationCommandType.ChatInput,
    name: COMMAND,
    ...described('Answers about the story, with dated quotes'),
    options: [
      subcommand('ask', 'Answers a question with dated quotes', [QUESTION, AS_OF, PRIVATE]),
      subcommand('timeline', 'What happened when', [TOPIC, AS_OF, PRIVATE]),
      subcommand('check', 'Holds a claim against the sources', [CLAIM, AS_OF, PRIVATE]),
      subcommand('define', 'What the sources say that a term means', [TERM, PRIVATE]),
      subcommand('sources', 'The documents that I know', [AS_OF, PRIVATE]),
      subcommand('outlook', 'The scenarios, forecasts and risks that the sources name', [AS_OF, PRIVATE]),
      subcommand('help', 'What you can ask', []),
      DIGEST,
      subcommand('watch', 'Tells you when the answer to a question changes', [QUESTION, PRIVATE]),
      subcommand('watching', 'The questions that you watch', []),
      subcommand('unwatch', 'Ends watching a question', [WATCHED]),
    ],
    ...EVERYWHERE,
  },
  { type: ApplicationCommandType.Message, name: CHECK_COMMAND, ...EVERYWHERE },
];

function subcommand(
  name: string,
  description: string,
  options: APIApplicationCommandBasicOption[],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, name, ...described(description), options };
}

function textOption(
  name: string,
  description: string,
  {
    required = false,
    autocomplete = false,
    longest = OPTION_TEXT_MAX,
  }: { readonly required?: boolean; readonly autocomplete?: boolean; readonly longest?: number },
): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.String,
    name,
    description,
    ...(required && { required }),
    ...(autocomplete && { autocomplete }),
    max_length: longest,
  } as APIApplicationCommandBasicOption;
}
