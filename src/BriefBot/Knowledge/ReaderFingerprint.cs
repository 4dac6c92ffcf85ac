namespace BriefBot.Knowledge;

/// <summary>With what a file is read: where any of it changes, one that failed may be read.</summary>
internal static class ReaderFingerprint
{
    public static string Create(IEnumerable<IArticleReader> readers, KnowledgeOptions settings)
    {
        var programs = readers.Select(reader => reader.GetType().Module.ModuleVersionId).Append(typeof(ReaderFingerprint).Module.ModuleVersionId).Distinct();
        return string.Join(
            ' ',
            [
                .. programs, settings.MaxFileBytes, settings.MaxLineLength, settings.MaxNesting, settings.MaxPages, settings.MaxEntries,
                settings.MaxUnpackedBytes, settings.ReadTimeoutSeconds, settings.ReadMemoryBytes,
            ]);
    }
}
