using BriefBot.Knowledge;
using BriefBot.Knowledge.Checking;

namespace BriefBot.Service.Knowledge;

/// <summary>Gathers text that a file holds but does not show, which may be an attempt to deceive.</summary>
internal sealed class UnseenText
{
    private const int MostShown = 40;

    private readonly List<(int? Line, string Message, Severity Severity)> _found = [];

    /// <summary>A comment, or text that is hidden: it is not read, and told only where it speaks to a model.</summary>
    public void AddNotRead(string text, int? line = null)
    {
        if (ModelCommands.Find(text) is not null)
        {
            _found.Add(
                (
                    line,
                    "A comment or hidden text, which isn’t read, looks like an instruction to a language model. Remove it.",
                    Severity.Warning
                )
            );
        }
    }

    /// <summary>Text that is read, and white, transparent or of no size.</summary>
    public void AddRead(string text, int? line = null)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            var shown = ShortText.Shorten(text.Trim(), MostShown);
            _found.Add(
                (
                    line,
                    $"\"{shown}\" is read but invisible to people: it is white, transparent or of no size. Remove it, or make it visible.",
                    Severity.Warning
                )
            );
        }
    }

    /// <summary>Text that is struck out: it is not read.</summary>
    public void AddStruckOut(string text, int? line = null)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _found.Add((line, $"\"{ShortText.Shorten(text.Trim(), MostShown)}\" is struck out, so it isn’t read.", Severity.Note));
        }
    }

    public IEnumerable<Problem> Problems(string path) =>
        _found.Select(found => new Problem(path, found.Line, found.Message) { Severity = found.Severity });
}
