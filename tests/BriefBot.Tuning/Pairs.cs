using System.Text;
using System.Text.Json;
using BriefBot.Answers.Entailment;
using BriefBot.Answers.Language;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Service.Knowledge.MarkdownFiles;
using BriefBot.Service.Retrieval;
using Microsoft.Extensions.Options;

namespace BriefBot.Tuning;

/// <summary>
/// Measures what each rule that decides without a verifier brings on true and changed sentences, given with the words of a passage that
/// prove them.
/// </summary>
internal static class Pairs
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    private static readonly (string Name, Func<ParsedSentence, Evidence, UnsupportedReason?> Check)[] Rules =
    [
        ("words", SupportCheck.OfWords),
        ("clauses", ClauseCheck.Check),
        ("roles", SupportCheck.OfPredicates),
    ];

    /// <param name="files">Files of JSON lines with <c>passage</c>, <c>kind</c> ("true" or what was changed), <c>sentence</c> and
    /// <c>quote</c>.</param>
    public static void Print(IEnumerable<string> files)
    {
        var pairs = files
            .SelectMany(File.ReadLines)
            .Select(line => JsonSerializer.Deserialize<Pair>(line, Json)!)
            .Select(pair => (pair.Kind, Problems: Problems(pair)))
            .ToArray();
        void Line(string name, Func<Dictionary<string, bool>, bool> passes)
        {
            var (truth, changed) = (pairs.Where(pair => pair.Kind == "true").ToArray(), pairs.Where(pair => pair.Kind != "true").ToArray());
            string Passing((string, Dictionary<string, bool> Problems)[] of) => $"{of.Count(pair => passes(pair.Problems))} of {of.Length}";
            Console.WriteLine($"{name, -28} true {Passing(truth)}, changed {Passing(changed)}");
        }

        Line("with a verifier of yes", problems => !problems["facts"]);
        Line("by the rules alone", problems => !problems.ContainsValue(true));
        foreach (var (name, _) in Rules)
        {
            Line($"without {name}", problems => problems.All(problem => !problem.Value || problem.Key == name));
        }
    }

    private static Dictionary<string, bool> Problems(Pair pair)
    {
        var support = new SentenceSupport(LuceneAnalyzers.English);
        var options = Options.Create(new KnowledgeOptions());
        var article = (
            (ReadResult.Read)
                new MarkdownArticleReader(new PassageCutter(options), options).Read("a.md", Encoding.UTF8.GetBytes(pair.Passage))
        ).Article;
        var evidence = article
            .Passages.Select(passage => PassageSentences.Parse(passage, LuceneAnalyzers.English))
            .SelectMany(passage => QuotedEvidence.Find(pair.Quote, passage).Select(sentence => (passage, sentence)))
            .ToArray();
        if (evidence.Length == 0)
        {
            return Rules.Select(rule => rule.Name).Append("facts").ToDictionary(name => name, _ => true);
        }

        var (said, there) = support.Read(pair.Sentence, evidence, [pair.Quote]);
        var problems = Rules.ToDictionary(rule => rule.Name, rule => rule.Check(said, there) is not null);
        problems["facts"] = support.Check(pair.Sentence, evidence, [pair.Quote]).Problem is not null;
        return problems;
    }

    private sealed record Pair(string Passage, string Kind, string Sentence, string Quote);
}
