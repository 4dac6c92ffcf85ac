namespace BriefBot.Knowledge.Articles;

/// <summary>Compares passages by location and file version, regardless of the object.</summary>
internal static class PassageVersion
{
    /// <summary>Two passages are equal where path, ordinal and the file's hash are.</summary>
    public static IEqualityComparer<Passage> Comparer { get; } =
        EqualityComparer<Passage>.Create((one, other) => Of(one) == Of(other), passage => Of(passage).GetHashCode());

    private static (string? Path, string? Hash, int? Ordinal) Of(Passage? passage) => (passage?.Path, passage?.Hash, passage?.Ordinal);
}
