using BriefBot.Answers.Questions;
using BriefBot.Answers.Ranking;
using BriefBot.Answers.Sentences;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Choosing;

/// <summary>A list or table that answers as a whole: half of a short one would be half of an answer.</summary>
internal static class WholeList
{
    private const int MaxItems = 7;

    /// <summary>
    /// The introduction, if there is one, and all items of the list that <paramref name="best"/> introduces or, when a list is
    /// asked for, is an item of; null where it is no such list, is a long one, or one of its items is asked for.
    /// </summary>
    public static IReadOnlyList<Candidate>? With(QuestionMatch match, Candidate best)
    {
        var items = Items(best.Source, best.Sentence);
        if (items.Length == 0 || items.Select(item => item.Block).Distinct().Count() > MaxItems)
        {
            return null;
        }

        var isIntroduction = best.Sentence.Ordinal < items[0].Ordinal;
        return isIntroduction || (match.Question.Form is Listing && !IsOneAskedFor(match, items))
            ? [.. Heads(best.Source, items[0]).Concat(items).Select(sentence => best with { Sentence = sentence })]
            : null;
    }

    /// <summary>The line that introduces it and the header row, as far as it has them.</summary>
    private static IEnumerable<Sentence> Heads(PassageSentences source, Sentence item) =>
        item.Header is { } header ? Heads(source, source.Sentences[header]).Append(source.Sentences[header]) : [];

    /// <summary>The items of the list or the rows of the table, without its head, that <paramref name="sentence"/> introduces or stands in.</summary>
    private static Sentence[] Items(PassageSentences source, Sentence sentence)
    {
        var sentences = source.Sentences;
        Sentence[] introduced = [.. sentences.Where(other => other.Block.Kind != BlockKind.TableHeader && Heads(source, other).Any(head => head.Ordinal == sentence.Ordinal))];
        if (introduced.Length > 0)
        {
            return introduced;
        }

        var kind = sentence.Block.Kind;
        if (kind is not (BlockKind.ListItem or BlockKind.TableRow))
        {
            return [];
        }

        bool IsBeside(Sentence other) => other.Block.Kind == kind && other.Header == sentence.Header;
        var before = sentences.Take(sentence.Ordinal).Reverse().TakeWhile(IsBeside).Reverse();
        return [.. before, .. sentences.Skip(sentence.Ordinal).TakeWhile(IsBeside)];
    }

    /// <summary>Whether the question has a word that some items have and others have not.</summary>
    private static bool IsOneAskedFor(QuestionMatch match, IReadOnlyList<Sentence> items)
    {
        var own = items.Select(item => item.OwnWords.Select(word => word.Term).Where(term => match.PlaceOf(term) >= 0).ToHashSet()).ToArray();
        return own.Any(words => !words.SetEquals(own[0]));
    }
}
