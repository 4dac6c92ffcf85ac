using BriefBot.Retrieval;

namespace BriefBot.Answers.Support;

/// <summary>
/// Whether statements of an article say what a sentence says: its numbers, dates, units, names, what it denies, who does what
/// and what it quotes exactly, the rest by words that mean the like. Deterministic; where it can't tell, it says no.
/// </summary>
internal static class SupportCheck
{
    /// <summary>Of what a sentence says, so much may be in words that its passage does not know.</summary>
    private const double MostUnheld = 0.3;

    /// <summary>A word that tells so much must be held.</summary>
    private const double Telling = 0.8;

    /// <summary>What of <paramref name="said"/> is not supported, or null where all is.</summary>
    public static Unsupported? Of(Statement said, Evidence evidence) =>
        OfQuotes(said, evidence) ?? Figures.Of(said, evidence) ?? OfNames(said, evidence) ?? OfWords(said, evidence) ?? ClauseCheck.Of(said, evidence) ?? OfDeeds(said, evidence);

    private static Unsupported? OfQuotes(Statement said, Evidence evidence) =>
        QuotedWords.In(said.Text).All(quote => evidence.Quotes(quote)) ? null : Unsupported.Quote;

    private static Unsupported? OfNames(Statement said, Evidence evidence) =>
        said.Content.Where(word => word.IsName).All(evidence.Names) ? null : Unsupported.Name;

    private static Unsupported? OfWords(Statement said, Evidence evidence)
    {
        var (unheld, all) = (0.0, 1e-9);
        foreach (var word in said.Content.Where(word => !word.IsName && !ClosedWords.IsLight(word.Lower) && Units.Of(word.Lower) is null && !said.IsNumber(word)))
        {
            var weight = RelatedWords.Rarity(word.Term);
            all += weight;
            if (evidence.Held(word) == 0)
            {
                unheld += weight;
                if (weight > Telling)
                {
                    return Unsupported.Words;
                }
            }
        }

        return unheld / all > MostUnheld && unheld > Telling ? Unsupported.Words : null;
    }

    private static Unsupported? OfDeeds(Statement said, Evidence evidence) => said.Deeds.All(deed => Is(deed, evidence)) ? null : Unsupported.Role;

    private static bool Is(Deed deed, Evidence evidence)
    {
        if (ClosedWords.IsLight(deed.Verb.Lower))
        {
            return true;
        }

        var same = evidence.Deeds.Where(other => other.Verb.Term == deed.Verb.Term).ToArray();
        var alike = same.Length > 0 ? same : evidence.Deeds.Where(other => SameMeaning.Of(deed.Verb, other.Verb) > 0).ToArray();
        return alike.Length == 0 || alike.Any(other => IsSame(deed, other));
    }

    private static bool IsSame(Deed said, Deed other)
    {
        var agents = said.Agents.Where(word => !ClosedWords.IsLight(word.Lower)).ToArray();
        if (agents.Length > 0 && other.Agents.Count > 0 && !agents.Any(word => IsAmong(word, other.Agents)))
        {
            return false;
        }

        return !agents.Any(word => IsAmong(word, other.Patients) && !IsAmong(word, other.Agents))
            && !said.Patients.Any(word => IsAmong(word, other.Agents) && !IsAmong(word, other.Patients) && !IsAmong(word, other.Others));
    }

    private static bool IsAmong(SaidWord word, IReadOnlyList<SaidWord> words) => words.Any(other => SameMeaning.Of(word, other) > 0);
}
