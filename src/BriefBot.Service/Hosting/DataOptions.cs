using System.ComponentModel.DataAnnotations;

namespace BriefBot.Service.Hosting;

/// <summary>The section <c>Data</c> of the settings.</summary>
public sealed class DataOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Data";

    /// <summary>The folder of the index. One service at a time holds it.</summary>
    [Required]
    public string Path { get; set; } = "data";
}
