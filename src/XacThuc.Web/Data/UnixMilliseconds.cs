using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace XacThuc.Web.Data;

/// <summary>A moment as milliseconds since 1970, UTC.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    at => at.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));
