using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace BriefBot.Chat;

/// <summary>
/// Requires a list, or the keys of a dictionary, to hold ids as chat networks give them: digits, or capital letters and digits. A name
/// would match nobody.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class NetworkIdsAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        ArgumentNullException.ThrowIfNull(validationContext);
        var ids = value switch
        {
            string one => one.Length > 0 ? [one] : [],
            IEnumerable<string> list => list,
            IDictionary<string, ChannelOptions> dictionary => dictionary.Keys,
            _ => [],
        };
        return ids.FirstOrDefault(id => !Id().IsMatch(id)) is not { } wrong
            ? ValidationResult.Success
            : new ValidationResult(
                $"The field {validationContext.DisplayName} holds “{wrong}”, which is no id. An id is digits, or capital letters and digits.",
                [validationContext.MemberName ?? ""]
            );
    }

    [GeneratedRegex("^(?:[0-9]{1,20}|[A-Z][A-Z0-9]{2,20})$", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
