namespace BriefBot.Tests.Fakes;

/// <summary>The checkout the tests were built in.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string Path(string below) => System.IO.Path.Combine(Root, below);

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(directory.FullName, "BriefBot.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("There is no BriefBot.sln above the tests.");
        }

        return directory.FullName;
    }
}
