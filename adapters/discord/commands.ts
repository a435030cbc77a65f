import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { CHECK_COMMAND, COMMAND } from './labels.ts';
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
