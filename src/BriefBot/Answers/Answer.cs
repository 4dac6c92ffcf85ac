using System.Text.Json.Serialization;

namespace BriefBot.Answers;

/// <summary>The result of asking a question. A closed hierarchy: code that shows an answer switches over all of it.</summary>
[JsonDerivedType(typeof(Grounded), "grounded")]
[JsonDerivedType(typeof(NotFound), "not_found")]
[JsonDerivedType(typeof(Unavailable), "unavailable")]
public abstract record Answer
{
    private Answer() { }

    /// <summary>The part a model had in the answer, or null where none was asked.</summary>
    public ModelUse? Model { get; init; }

    /// <summary>The evidence found on the way, for asking a model afterwards; null where none may be asked.</summary>
    internal AnswerAttempt? Attempt { get; init; }

    /// <summary>The passages considered for the answer, best first; empty once they are recorded.</summary>
    internal IReadOnlyList<ScoredPassage> Considered { get; init; } = [];

    /// <summary>The folder answers.</summary>
    public sealed record Grounded : Answer
    {
        /// <summary>The sentences, in reading order; never empty.</summary>
        public required IReadOnlyList<AnswerSentence> Sentences { get; init; }

        /// <summary>The citations of the sentences, numbered from 1; never empty.</summary>
        public required IReadOnlyList<Citation> Citations { get; init; }

        /// <summary>The bot's confidence that this answers the question, from 0 to 1.</summary>
        public required double Confidence { get; init; }

        /// <summary>Tells who wrote the sentences.</summary>
        public AnswerSource Composer { get; init; }

        /// <summary>The questions of the message that the folder does not answer, shortened; empty where it answers all.</summary>
        public IReadOnlyList<string> Unanswered { get; init; } = [];

        /// <summary>More sections on a requested topic, best first; empty for a question.</summary>
        public IReadOnlyList<NearMiss> SeeAlso { get; init; } = [];

        /// <summary>Number of table rows compared to find the one with the highest or lowest value; 0 where none were compared.</summary>
        public int ComparedRows { get; init; }

        /// <summary>The word or number of the question that the articles contradict, as typed; null where there is none.</summary>
        public string? Contradicted { get; init; }

        /// <summary>Number of items or rows of a list or table shown because the question asked for their number; otherwise 0.</summary>
        public int CountedItems { get; init; }

        /// <summary>Sections that hold for an earlier time, best first; may be empty.</summary>
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
            string.Join(
                "; ",
                others.Select(other => other.Section.Length > 0 ? $"{other.Title} › {other.Section}" : other.Title).Distinct()
            );

        /// <summary>Indicates whether the bot is sure of any sentence; otherwise all of them only may answer.</summary>
        public bool IsSure => Sentences.Any(sentence => sentence.IsSure);

        /// <summary>The sentences grouped into parts, in reading order; never empty.</summary>
        public IReadOnlyList<AnswerPart> Parts =>
            [
                .. Sentences
                    .GroupBy(sentence => (sentence.Question, sentence.Part))
                    .Select(part => new AnswerPart(
                        [.. part],
                        Citations.FirstOrDefault(citation => part.First().Citations.Contains(citation.Number))?.Section ?? ""
                    )),
            ];

        /// <summary>
        /// The parts as plain text, each under its section and with citation numbers; unsure parts follow words that say so, and the end
        /// names what was not found.
        /// </summary>
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

        /// <summary>
        /// Returns the words to show before an unsure sentence; null before a sure one and between two of the same question.
        /// </summary>
        /// <param name="place">The sentence's place, from 0.</param>
        public string? DoubtBefore(int place) =>
            Sentences[place].IsSure
            || (place > 0 && !Sentences[place - 1].IsSure && Sentences[place - 1].Question == Sentences[place].Question)
                ? null
            : Contradicted is { } word ? BotTexts.SaysInstead(word)
            : BotTexts.NotSure;

        /// <summary>Returns an answer of the first sentences, at least one, with their citations.</summary>
        public Grounded First(int count)
        {
            AnswerSentence[] first = [.. Sentences.Take(count)];
            return this with
            {
                Sentences = first,
                Citations = [.. Citations.Where(citation => first.Any(sentence => sentence.Citations.Contains(citation.Number)))],
            };
        }

        /// <summary>Names the questions that were not answered, or null.</summary>
        public string? NotFoundNote =>
            Unanswered.Count > 0 ? BotTexts.NothingFoundOn(string.Join(", ", Unanswered.Select(part => $"“{part}”"))) : null;
    }

    /// <summary>The folder does not say.</summary>
    public sealed record NotFound : Answer
    {
        /// <summary>Why, for the person who asked.</summary>
        public required string Reason { get; init; }

        /// <summary>A suggested spelling, or null.</summary>
        public string? Suggestion { get; init; }

        /// <summary>The closest passages, best first; may be empty.</summary>
        public IReadOnlyList<NearMiss> Closest { get; init; } = [];

        /// <summary>The bot's confidence in the best passage, from 0 to 1.</summary>
        public double Confidence { get; init; }
    }

    /// <summary>No answer is possible now, whatever the folder says.</summary>
    /// <param name="Reason">The failure, in words for the person who asked.</param>
    public sealed record Unavailable(string Reason) : Answer;
}

/// <summary>A passage that came close without answering.</summary>
/// <param name="Path">The article's path below the knowledge folder.</param>
/// <param name="Title">The article's title.</param>
/// <param name="Section">The headings above it, joined by " › "; may be empty.</param>
/// <param name="Quote">Its best sentence, verbatim.</param>
public sealed record NearMiss(string Path, string Title, string Section, string Quote);

/// <summary>A passage that was considered for an answer, as it is recorded with the answer.</summary>
/// <param name="Path">The article's path below the knowledge folder.</param>
/// <param name="Section">The headings above it, joined by " › "; may be empty.</param>
/// <param name="Hash">SHA-256 of the file's bytes at the time, as lower-case hexadecimal.</param>
/// <param name="Score">The score of its best unit: greater is better, comparable within one question only.</param>
/// <param name="Text">The beginning of that unit's text.</param>
internal sealed record ScoredPassage(string Path, string Section, string Hash, double Score, string Text);

/// <summary>The evidence found for an answer, opaque to the caller, with which a model may answer the question again.</summary>
public abstract class AnswerAttempt
{
    private protected AnswerAttempt() { }
}
