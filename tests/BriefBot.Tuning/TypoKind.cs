namespace BriefBot.Tuning;

/// <summary>How fingers miss a word.</summary>
internal enum TypoKind
{
    /// <summary>Two neighbours in each other's place.</summary>
    Swapped,

    /// <summary>A letter left out.</summary>
    Dropped,

    /// <summary>A letter typed twice.</summary>
    Doubled,

    /// <summary>The key beside the letter's own.</summary>
    Neighbouring,

    /// <summary>A letter too much, any.</summary>
    Inserted,
}
