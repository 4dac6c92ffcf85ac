using System.Globalization;

namespace BriefBot.Service.Chat;

/// <summary>Makes a colour readable on a ground, by WCAG 2.2's contrast of 4.5 to 1.</summary>
internal static class AccentColor
{
    private const double LeastContrast = 4.5;
    private const int Steps = 40;

    /// <summary>Returns the colour, darker or lighter where text in it could not be read.</summary>
    /// <param name="color">The colour as <c>#rrggbb</c>.</param>
    /// <param name="ground">The colour behind it; the result is mixed with the opposite of it.</param>
    public static string ReadableOn(string color, string ground)
    {
        var (own, behind) = (Parse(color), Parse(ground));
        var target = Luminance(behind) > 0.5 ? 0.0 : 255.0;
        for (var step = 0; step <= Steps; step++)
        {
            double[] mixed = [.. own.Select(part => part + ((target - part) * step / Steps))];
            if (Contrast(mixed, behind) >= LeastContrast)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"#{(int)Math.Round(mixed[0]):x2}{(int)Math.Round(mixed[1]):x2}{(int)Math.Round(mixed[2]):x2}"
                );
            }
        }

        return target == 0 ? "#000000" : "#ffffff";
    }

    /// <summary>Returns the contrast of two colours, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.</summary>
    public static double Contrast(string one, string other) => Contrast(Parse(one), Parse(other));

    private static double Contrast(double[] one, double[] other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    /// <summary>The relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.</summary>
    private static double Luminance(double[] color)
    {
        double[] linear =
        [
            .. color.Select(part => part / 255).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)),
        ];
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    private static double[] Parse(string color)
    {
        double Part(int at) => int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return [Part(1), Part(3), Part(5)];
    }
}
