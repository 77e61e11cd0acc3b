using Microsoft.EntityFrameworkCore;
using XacThuc.Web.Data;

namespace XacThuc.Register;

/// <summary>What the police house keeps.</summary>
public sealed class RegisterDb(DbContextOptions<RegisterDb> options) : HouseDb(options);
