using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Data;

namespace XacThuc.Platform;

/// <summary>What the health house keeps.</summary>
public sealed class PlatformDb(DbContextOptions<PlatformDb> options) : HouseDb(options);
