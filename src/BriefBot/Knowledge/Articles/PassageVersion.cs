namespace BriefBot.Knowledge.Articles;

/// <summary>Compares passages by where they stand and by the version of their file, whichever object holds them.</summary>
internal static class PassageVersion
{
    /// <summary>Two passages are equal where path, ordinal and the file's hash are.</summary>
    public static IEqualityComparer<Passage> Comparer { get; } =
        EqualityComparer<Passage>.Create((one, other) => Of(one) == Of(other), passage => Of(passage).GetHashCode());

    private static (string? Path, string? Hash, int? Ordinal) Of(Passage? passage) => (passage?.Path, passage?.Hash, passage?.Ordinal);
}
