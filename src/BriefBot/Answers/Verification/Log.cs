using BriefBot.Knowledge.Articles;
using Microsoft.Extensions.Logging;

namespace BriefBot.Answers.Verification;

internal static partial class Log
{
    [LoggerMessage(301, LogLevel.Error, "A quote from {Path}, {Unit} {First} to {Last}, is not in the file and was dropped")]
    public static partial void QuoteNotGrounded(ILogger logger, string path, PlaceUnit unit, int first, int last);
}
