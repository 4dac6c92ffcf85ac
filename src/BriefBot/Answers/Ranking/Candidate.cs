using BriefBot.Answers.Sentences;

namespace BriefBot.Answers.Ranking;

/// <summary>A sentence that may answer, with what the ranking knows of it.</summary>
/// <param name="Source">The passage it stands in.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Features">What the ranking knows of it.</param>
internal sealed record Candidate(PassageSentences Source, Sentence Sentence, FeatureValues Features)
{
    /// <summary>Which sentence of the folder it is.</summary>
    public (string Passage, int Ordinal) Id => (Source.Passage.Id, Sentence.Ordinal);

    /// <summary>Its analysed words and, where it leans on the sentence before, those of that one.</summary>
    public IEnumerable<string> Spoken()
    {
        var before = Sentence.Ordinal > 0 && LeaningSentence.Leans(Sentence.Text) ? Source.Sentences[Sentence.Ordinal - 1].Words : [];
        return Sentence.Words.Concat(before).Select(word => word.Term);
    }
}
