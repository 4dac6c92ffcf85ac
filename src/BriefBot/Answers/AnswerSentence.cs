using System.Text.Json.Serialization;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers;

/// <summary>A sentence of an answer.</summary>
public sealed record AnswerSentence
{
    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>The numbers of the citations it rests on; never empty.</summary>
    public required IReadOnlyList<int> Citations { get; init; }

    /// <summary>The parts of <see cref="Text"/> that answer when a date, a number or a name was asked for; in order, apart.</summary>
    public IReadOnlyList<Highlight> Highlights { get; init; } = [];

    /// <summary>Targets of its links to other sites, in order; links that are their own text are left out.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The form of the text in its article.</summary>
    public BlockForm Form { get; init; }

    /// <summary>0-based index of its part in the answer to its question: sentences shown together, such as the items of a list.</summary>
    public int Part { get; init; }

    /// <summary>Number of items of its list that follow it and are not shown.</summary>
    public int ItemsLeft { get; init; }

    /// <summary>Indicates whether it is a piece of code, or a part of one.</summary>
    public bool IsCode => Form.Kind == BlockKind.Code;

    /// <summary>Indicates whether the bot is sure that it answers; if not, it may.</summary>
    public bool IsSure { get; init; } = true;

    /// <summary>
    /// The answer to a yes-or-no question that it settles without saying so; null where the question is another or stays open.
    /// </summary>
    public YesNo? Settles { get; init; }

    /// <summary>The bot's yes or no before it; null where <see cref="Settles"/> is.</summary>
    public string? Lead =>
        Settles switch
        {
            YesNo.Yes => BotTexts.Yes,
            YesNo.No => BotTexts.No,
            _ => null,
        };

    /// <summary>The yes or no that it begins with; null where it begins with another word.</summary>
    internal YesNo? SaysYesOrNo =>
        string.Concat(Text.TakeWhile(char.IsLetter)).ToUpperInvariant() switch
        {
            "YES" => YesNo.Yes,
            "NO" when Text.Length == 2 || !char.IsWhiteSpace(Text[2]) => YesNo.No,
            _ => null,
        };

    /// <summary>0-based index of the question in the message that it answers.</summary>
    public int Question { get; init; }

    /// <summary>The text in its parts, in order; those in <see cref="Highlights"/> answer.</summary>
    public IEnumerable<(string Text, bool Answers)> Parts()
    {
        var from = 0;
        foreach (var highlight in Highlights)
        {
            yield return (Text[from..highlight.Start], false);
            yield return (Text.Substring(highlight.Start, highlight.Length), true);
            from = highlight.Start + highlight.Length;
        }

        yield return (Text[from..], false);
    }

    /// <summary>The words, after a yes or no, and after them where its links lead and the numbers in brackets.</summary>
    public override string ToString() =>
        $"{(Lead is { } lead ? $"{lead} " : "")}{Text}{(Links.Count > 0 ? $" ({string.Join(", ", Links)})" : "")} {string.Concat(Citations.Select(number => $"[{number}]"))}";
}

/// <summary>A part of a sentence: 0-based start and length in characters.</summary>
public readonly record struct Highlight(int Start, int Length);

/// <summary>The answer to a question that is answered by yes or no.</summary>
public enum YesNo
{
    /// <summary>Yes.</summary>
    [JsonStringEnumMemberName("yes")]
    Yes,

    /// <summary>No.</summary>
    [JsonStringEnumMemberName("no")]
    No,
}

/// <summary>Tells who wrote the sentences of an answer.</summary>
public enum AnswerSource
{
    /// <summary>Copied from the articles.</summary>
    [JsonStringEnumMemberName("extractive")]
    Extractive,

    /// <summary>A model: each is supported by the sentences that it cites.</summary>
    [JsonStringEnumMemberName("model")]
    Model,
}
