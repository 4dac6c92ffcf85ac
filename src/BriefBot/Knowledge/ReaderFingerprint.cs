namespace BriefBot.Knowledge;

/// <summary>Identifies the settings and versions that files are read with: when it changes, failed files are tried again.</summary>
internal static class ReaderFingerprint
{
    public static string Create(IEnumerable<IArticleReader> readers, KnowledgeOptions settings)
    {
        var programs = readers
            .Select(reader => reader.GetType().Module.ModuleVersionId)
            .Append(typeof(ReaderFingerprint).Module.ModuleVersionId)
            .Distinct();
        return string.Join(
            ' ',
            [
                .. programs,
                settings.MaxFileBytes,
                settings.Limits.LineLength,
                settings.Limits.Nesting,
                settings.Limits.Pages,
                settings.Limits.Entries,
                settings.Limits.UnpackedBytes,
                settings.ReadTimeoutSeconds,
                settings.Limits.MemoryBytes,
            ]
        );
    }
}
