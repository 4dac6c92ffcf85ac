using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Chat;

/// <summary>The section <c>Page</c> of the settings: how the chat page looks.</summary>
public sealed class PageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Page";

    /// <summary>The title in the header and of the browser's tab.</summary>
    [Required, StringLength(60)]
    public string Title { get; set; } = "BriefBot";

    /// <summary>The greeting above the first question.</summary>
    [Required, StringLength(200)]
    public string Greeting { get; set; } = "Ask about the articles";

    /// <summary>Questions to begin with; empty for titles and headings of the folder.</summary>
    [MaxLength(6)]
    public IList<string> Starters { get; set; } = [];

    /// <summary>
    /// The colour of links and buttons, such as <c>#0b5c8a</c>; empty for the page's own. It is made darker or lighter where text in it
    /// could not be read.
    /// </summary>
    [RegularExpression(
        "(?:#[0-9A-Fa-f]{6})?",
        ErrorMessage = "The field {0} must be a colour such as #0b5c8a.",
        MatchTimeoutInMilliseconds = 1_000
    )]
    public string Accent { get; set; } = "";

    /// <summary>The file of a logo to show in the header and the browser's tab: SVG, PNG, JPEG or WebP; empty for BriefBot's.</summary>
    [RegularExpression(
        @"(?:.{1,1000}\.(?:svg|png|jpe?g|webp))?",
        ErrorMessage = "The field {0} must be the path of an SVG, PNG, JPEG or WebP file.",
        MatchTimeoutInMilliseconds = 1_000
    )]
    public string Logo { get; set; } = "";
}

/// <summary>Checks the section <c>Page</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class PageOptionsValidator : IValidateOptions<PageOptions>
{
    /// <summary>Maximum size of a logo, in bytes.</summary>
    private const int MaxLogo = 1_000_000;

    /// <summary>Returns whether the file of the logo can be read and is not too large; also where none is set.</summary>
    public static bool HasLogo(PageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Logo.Length == 0)
        {
            return true;
        }

        try
        {
            using var file = File.OpenRead(options.Logo);
            return file.Length <= MaxLogo;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
