namespace BriefBot.Tests.Fakes;

/// <summary>The checkout that this was built from.</summary>
internal static class Checkout
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path below its folder.</summary>
    public static string Path(string below) => System.IO.Path.Combine(Root, below);

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(directory.FullName, "BriefBot.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("There is no BriefBot.sln above the program.");
        }

        return directory.FullName;
    }
}
