using BriefBot.Answers.Language;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Ranking;

/// <summary>A unit of a passage that may answer, with the features by which it is ranked.</summary>
/// <param name="Source">The passage.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Features">Its features.</param>
internal sealed record Candidate(PassageSentences Source, AnswerUnit Unit, FeatureVector<RankingFeature> Features)
{
    /// <summary>Reads <see cref="Dates"/> when they are first asked for.</summary>
    public required Lazy<UnitDates> LazyDates { private get; init; }

    /// <summary>Its dates.</summary>
    public UnitDates Dates => LazyDates.Value;

    /// <summary>Identifies the unit in the folder.</summary>
    public (string Passage, UnitKind Kind, int First, int Last) Id => (Source.Passage.Id, Unit.Kind, Unit.First, Unit.Last);

    /// <summary>Its own sentences, without the introduction.</summary>
    public IEnumerable<Sentence> Sentences => Source.Sentences.Skip(Unit.First).Take(Unit.Last - Unit.First + 1);

    /// <summary>Its introduction and its own sentences, in reading order.</summary>
    public IEnumerable<Sentence> All => Unit.Ordinals.Select(ordinal => Source.Sentences[ordinal]);

    /// <summary>Its own text.</summary>
    public string Text => string.Join('\n', Sentences.Select(sentence => sentence.Text));

    /// <summary>Its analysed words and, where it leans on the sentence before, those of that one.</summary>
    public IEnumerable<string> Spoken()
    {
        var first = Source.Sentences[Unit.First];
        var before = Unit.First > 0 && LeaningSentence.Leans(first.Text) ? Source.Sentences[Unit.First - 1].Words : [];
        return Sentences.SelectMany(sentence => sentence.Words).Concat(before).Select(word => word.Term);
    }
}
