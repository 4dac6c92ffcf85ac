using System.Text.RegularExpressions;
using BriefBot.Answers.Language;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Understanding;

/// <summary>The words that a question writes as names.</summary>
internal static partial class WrittenNames
{
    /// <summary>Their analysed forms; none where capitals tell nothing of names.</summary>
    public static IReadOnlySet<string> Find(string text, ITextAnalyzer analyzer)
    {
        // A text all in capitals, or with a capital in each word, tells nothing about names.
        var isTold = text.Any(char.IsLower) && WordBeginnings().Count(text) > CapitalBeginnings().Count(text);
        return isTold
            ? FactReader
                .Read(text)
                .Where(fact => fact.Kind == FactKind.Name)
                .SelectMany(fact => analyzer.Analyze(text.Substring(fact.Start, fact.Length)))
                .Select(token => token.Term)
                .Where(term => !FunctionWords.Contains(term))
                .ToHashSet()
            : new HashSet<string>();
    }

    [GeneratedRegex(@"\b\p{L}", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex WordBeginnings();

    [GeneratedRegex(@"\b\p{Lu}", RegexOptions.None, MatchTimeout.Milliseconds)]
    private static partial Regex CapitalBeginnings();
}
