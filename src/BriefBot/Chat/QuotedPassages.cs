using BriefBot.Answers;
using BriefBot.Answers.Language;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;

namespace BriefBot.Chat;

/// <summary>Shows the passages that an answer quoted, by the keys of its quotes and the index alone. Safe for concurrent use.</summary>
internal sealed class QuotedPassages(IPassageReader passages, KnowledgeCatalog catalog, ReplyIdSource newId)
{
    /// <param name="keys">As <see cref="QuoteKeys"/> made them.</param>
    /// <returns>The passages that contain the quotes, or a failure to read the index. Quotes found in no passage are counted.</returns>
    public Reply Show(string keys)
    {
        try
        {
            return Find(keys);
        }
        catch (IndexUnavailableException)
        {
            return new Reply.Answered
            {
                Id = newId(),
                ElapsedMilliseconds = 0,
                Answer = new Answer.Unavailable(BotTexts.IndexUnavailable),
            };
        }
    }

    private Reply.Passages Find(string keys)
    {
        var found = new List<ShownPassage>();
        var missing = 0;
        foreach (var article in QuoteKeys.Read(keys).GroupBy(key => key.Path, key => key.Quote))
        {
            var wanted = article.ToHashSet();
            foreach (var path in catalog.Documents.Select(document => document.Path).Where(path => QuoteKeys.OfPath(path) == article.Key))
            {
                found.AddRange(passages.Read(path).Select(passage => Marked(passage, wanted)).OfType<ShownPassage>());
            }

            missing += wanted.Count;
        }

        return new Reply.Passages
        {
            Id = newId(),
            ElapsedMilliseconds = 0,
            Found = found,
            Missing = missing,
        };
    }

    /// <summary>Marks the quotes in a passage and removes them from <paramref name="wanted"/>; null where it contains none.</summary>
    private static ShownPassage? Marked(Passage passage, HashSet<string> wanted)
    {
        var marks = passage
            .Blocks.Select(block =>
                (IReadOnlyList<Highlight>)
                    [
                        .. SentenceSplitter
                            .Cut(block)
                            .Where(span => wanted.Remove(QuoteKeys.OfQuote(block.Text.Substring(span.Start, span.Length))))
                            .Select(span => new Highlight(span.Start, span.Length)),
                    ]
            )
            .ToArray();
        return marks.Any(block => block.Count > 0) ? new ShownPassage(passage, marks) : null;
    }
}
