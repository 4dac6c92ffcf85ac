using BriefBot.Answers.Evaluation;

namespace BriefBot.Tuning;

/// <summary>The questions of one file, asked.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="All">Of all articles in one folder.</param>
/// <param name="Each">Of each article as a folder of its own.</param>
internal sealed record Wording(string Name, IReadOnlyList<Example> All, IReadOnlyList<Example> Each)
{
    public static async Task<Wording> AskAsync(Asking asking, string file)
    {
        var all = await asking.OfAllAsync(QuestionsFile.Read(file));
        return new Wording(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) + "/" + Path.GetFileNameWithoutExtension(file), all, await asking.OfEachAsync(all));
    }

    /// <summary>The same as if nothing were known of what words mean.</summary>
    public Wording WithoutSimilarity() => this with { All = [.. All.Select(one => one.WithoutSimilarity())], Each = [.. Each.Select(one => one.WithoutSimilarity())] };
}
