namespace BriefBot.Benchmarks;

/// <summary>The checkout this was built in.</summary>
internal static class Checkout
{
    /// <summary>A path below its root.</summary>
    public static string Path(string below)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(directory.FullName, "BriefBot.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("There is no BriefBot.sln above the benchmarks.");
        }

        return System.IO.Path.Combine(directory.FullName, below);
    }
}
