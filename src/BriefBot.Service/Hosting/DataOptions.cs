using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

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

/// <summary>Checks the section <c>Data</c> by the attributes of its options.</summary>
[OptionsValidator]
public sealed partial class DataOptionsValidator : IValidateOptions<DataOptions>;
