namespace BriefBot.Knowledge.Folder;

/// <summary>The content of a file as it was read, or the problem with it.</summary>
/// <param name="Bytes">The bytes; empty where there is a problem, or where only the hash was needed.</param>
/// <param name="Hash">SHA-256 of the bytes as lower-case hexadecimal; empty where there is a problem.</param>
/// <param name="Problem">The problem, or null.</param>
internal sealed record FileContent(byte[] Bytes, string Hash, Problem? Problem = null)
{
    /// <summary>Creates the content of a file whose bytes are known to be unchanged and are not read.</summary>
    public static FileContent Known(string hash) => new([], hash);

    /// <summary>Creates the content of a file that can't be read.</summary>
    public static FileContent Failed(Problem problem) => new([], "", problem);
}
