using Lucene.Net.Store;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// A directory of index files that verifies the checksum of each block when it is read, so that damage is an error and never a wrong word.
/// </summary>
/// <remarks>Lucene's own checksums cover whole files and are verified only on request.</remarks>
internal sealed class CheckedDirectory(string path) : FilterDirectory(new SimpleFSDirectory(path))
{
    /// <summary>Returns whether the folder holds an index that was written without checksums.</summary>
    public static bool IsUnchecked(string path) =>
        System.IO.Directory.EnumerateFiles(path, "segments*").Any()
        && !System.IO.Directory.EnumerateFiles(path, "*" + BlockChecksums.Ending).Any();

    public override string[] ListAll() =>
        [.. base.ListAll().Where(name => !name.EndsWith(BlockChecksums.Ending, StringComparison.Ordinal))];

    public override IndexOutput CreateOutput(string name, IOContext context) =>
        new CheckedOutput(base.CreateOutput(name, context), PathOf(name));

    public override IndexInput OpenInput(string name, IOContext context) => new CheckedInput(PathOf(name));

    public override void DeleteFile(string name)
    {
        base.DeleteFile(name);
        File.Delete(PathOf(name) + BlockChecksums.Ending);
    }

    public override void Sync(ICollection<string> names)
    {
        base.Sync(names);
        foreach (var name in names)
        {
            using var checksums = new FileStream(
                PathOf(name) + BlockChecksums.Ending,
                FileMode.Open,
                FileAccess.Write,
                FileShare.ReadWrite
            );
            checksums.Flush(flushToDisk: true);
        }
    }

    private string PathOf(string name) => Path.Combine(path, name);
}
