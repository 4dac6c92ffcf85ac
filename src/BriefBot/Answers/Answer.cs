namespace BriefBot.Answers;

/// <summary>What comes back for a question. A closed set: whoever shows an answer switches over all of it.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>How a model took part, or null where none was asked.</summary>
    public ModelUse? Model { get; init; }

    /// <summary>What was found on the way, where a model may be asked too; else null.</summary>
    internal AnswerAttempt? Attempt { get; init; }

    /// <summary>The folder answers.</summary>
    public sealed record Grounded : Answer
    {
        /// <summary>The sentences, in reading order; never empty.</summary>
        public required IReadOnlyList<AnswerSentence> Sentences { get; init; }

        /// <summary>What the sentences rest on, numbered from 1; never empty.</summary>
        public required IReadOnlyList<Citation> Citations { get; init; }

        /// <summary>How sure the bot is that this answers the question, from 0 to 1.</summary>
        public required double Confidence { get; init; }

        /// <summary>Who wrote the sentences.</summary>
        public AnswerSource Composer { get; init; }

        /// <summary>Of several questions in one message those that the folder does not answer, shortened; empty where it answers all.</summary>
        public IReadOnlyList<string> Unanswered { get; init; } = [];

        /// <summary>Where more stands on a topic that was asked for, best first; empty for a question.</summary>
        public IReadOnlyList<NearMiss> SeeAlso { get; init; } = [];

        /// <summary>Of how many rows of a table the one that is said has the most or the least of what is asked for; 0 where none were compared.</summary>
        public int ComparedRows { get; init; }

        /// <summary>What the question takes for granted and the articles say otherwise, as it was typed; null where there is no such thing.</summary>
        public string? Contradicted { get; init; }

        /// <summary>How many items or rows the list or table has that is said because it was asked how many there are; else 0.</summary>
        public int CountedItems { get; init; }

        /// <summary>Where it stands otherwise for an earlier time, best first; empty where it does not.</summary>
        public IReadOnlyList<NearMiss> Older { get; init; } = [];

        /// <summary>All these in the bot's words around the titles and headings, a line each; may be empty.</summary>
        public IReadOnlyList<string> Notes =>
        [
            .. ComparedRows > 0 ? [BotTexts.ComparedRows(ComparedRows)] : Array.Empty<string>(),
            .. CountedItems > 0 ? [BotTexts.CountedItems(CountedItems)] : Array.Empty<string>(),
            .. Older.Count > 0 ? [BotTexts.Older(Named(Older))] : Array.Empty<string>(),
            .. SeeAlso.Count > 0 ? [BotTexts.SeeAlso(Named(SeeAlso))] : Array.Empty<string>(),
        ];

        private static string Named(IEnumerable<NearMiss> others) =>
            string.Join("; ", others.Select(other => other.Section.Length > 0 ? $"{other.Title} › {other.Section}" : other.Title).Distinct());

        /// <summary>Whether the bot is sure of any of the sentences; if not, they are what perhaps answers.</summary>
        public bool IsSure => Sentences.Any(sentence => sentence.IsSure);

        /// <summary>The sentences by what belongs together, in reading order; never empty.</summary>
        public IReadOnlyList<AnswerPart> Parts =>
        [
            .. Sentences.GroupBy(sentence => (sentence.Question, sentence.Part))
                .Select(part => new AnswerPart([.. part], Citations.FirstOrDefault(citation => part.First().Citations.Contains(citation.Number))?.Section ?? "")),
        ];

        /// <summary>The parts as one plain text, each under its section and with its numbers in brackets, those that may not answer after words that say so; at
        /// the end what was not found.</summary>
        public string Text
        {
            get
            {
                var lines = new List<string>();
                var place = 0;
                foreach (var part in Parts)
                {
                    lines.AddRange(DoubtBefore(place) is { } doubt ? [doubt, part.Text] : [part.Text]);
                    place += part.Sentences.Count;
                }

                return string.Join('\n', [.. lines, .. NotFoundNote is { } note ? [note] : Array.Empty<string>(), .. Notes]);
            }
        }

        /// <summary>What is said before a sentence of which the bot is not sure, in the bot's words; null before one of which it is, and between two for one question.</summary>
        /// <param name="place">The sentence's place, from 0.</param>
        public string? DoubtBefore(int place) =>
            Sentences[place].IsSure || (place > 0 && !Sentences[place - 1].IsSure && Sentences[place - 1].Question == Sentences[place].Question) ? null
            : Contradicted is { } word ? BotTexts.SaysInstead(word) : BotTexts.NotSure;

        /// <summary>The first sentences, at least one, with what they rest on.</summary>
        public Grounded First(int count)
        {
            AnswerSentence[] first = [.. Sentences.Take(count)];
            return this with { Sentences = first, Citations = [.. Citations.Where(citation => first.Any(sentence => sentence.Citations.Contains(citation.Number)))] };
        }

        /// <summary>What was not found, in the bot's words around those of the question, or null.</summary>
        public string? NotFoundNote => Unanswered.Count > 0 ? BotTexts.NothingFoundOn(string.Join(", ", Unanswered.Select(part => $"“{part}”"))) : null;
    }

    /// <summary>The folder does not say.</summary>
    public sealed record NotFound : Answer
    {
        /// <summary>Why, for the person who asked.</summary>
        public required string Reason { get; init; }

        /// <summary>What might have been meant, or null.</summary>
        public string? Suggestion { get; init; }

        /// <summary>What comes closest, best first; may be empty.</summary>
        public IReadOnlyList<NearMiss> Closest { get; init; } = [];

        /// <summary>How sure the bot was of the best it found, from 0 to 1.</summary>
        public double Confidence { get; init; }
    }

    /// <summary>There is no answer now, whatever the folder says.</summary>
    /// <param name="Reason">What failed, for the person who asked.</param>
    public sealed record Unavailable(string Reason) : Answer;
}
