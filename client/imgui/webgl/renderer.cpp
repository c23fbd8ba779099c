#include "client/imgui/webgl/renderer.h"

#include <GLES3/gl3.h>
#include <imgui.h>

#include <algorithm>
#include <cstring>

namespace sayso::imgui {
namespace {

// Glyphs and shapes share one texture of coverage alone; colour comes with the corner.
constexpr char vertex_shader[] = R"(#version 300 es
precision highp float;
uniform vec2 size;
layout(location = 0) in vec2 at;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 tint;
out vec2 where;
out vec4 colour;
void main() {
  where = texel;
  colour = tint;
  gl_Position = vec4(at.x / size.x * 2.0 - 1.0, 1.0 - at.y / size.y * 2.0, 0.0, 1.0);
})";

constexpr char fragment_shader[] = R"(#version 300 es
precision mediump float;
uniform sampler2D coverage;
in vec2 where;
in vec4 colour;
out vec4 pixel;
void main() { pixel = vec4(colour.rgb, colour.a * texture(coverage, where).r); })";

bool attach_shader(GLuint program, GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  GLint compiled = GL_FALSE;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
  glAttachShader(program, shader);
  glDeleteShader(shader);
  return compiled == GL_TRUE;
}

GLuint make_program() {
  const GLuint program = glCreateProgram();
  GLint linked = GL_FALSE;
  if (attach_shader(program, GL_VERTEX_SHADER, vertex_shader) &&
      attach_shader(program, GL_FRAGMENT_SHADER, fragment_shader)) {
    glLinkProgram(program);
    glGetProgramiv(program, GL_LINK_STATUS, &linked);
  }
  if (linked == GL_TRUE) return program;
  glDeleteProgram(program);
  return 0;
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

void describe_vertices() {
  constexpr GLsizei stride = sizeof(ImDrawVert);
  glEnableVertexAttribArray(0);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(ImDrawVert, pos)));
  glEnableVertexAttribArray(1);
  glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(ImDrawVert, uv)));
  glEnableVertexAttribArray(2);
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, offset(offsetof(ImDrawVert, col)));
}

GLuint name_of(const ImTextureData& texture) { return static_cast<GLuint>(texture.GetTexID()); }

}  // namespace

bool Renderer::start() {
  program_ = make_program();
  if (program_ == 0) return false;
  size_at_ = glGetUniformLocation(program_, "size");
  glGenVertexArrays(1, &vertex_array_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  describe_vertices();
  glUseProgram(program_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  return true;
}

void Renderer::forget(ImFontAtlas& atlas) {
  program_ = vertex_array_ = vertices_ = indices_ = 0;
  for (ImTextureData* texture : atlas.TexList) {
    if (texture->Status == ImTextureStatus_Destroyed) continue;
    texture->SetTexID(ImTextureID_Invalid);
    if (texture->Status != ImTextureStatus_WantDestroy) {
      texture->SetStatus(ImTextureStatus_WantCreate);
    }
  }
}

void Renderer::draw(const std::vector<std::unique_ptr<ImDrawList>>& lists, ImFontAtlas& atlas,
                    int width, int height, paint::Colour paper) {
  update_textures(atlas);
  glViewport(0, 0, width, height);
  glClearColor(static_cast<float>(paper.red) / 255, static_cast<float>(paper.green) / 255,
               static_cast<float>(paper.blue) / 255, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glUniform2f(size_at_, static_cast<float>(width), static_cast<float>(height));
  for (const auto& list : lists) draw_list(*list);
}

void Renderer::update_textures(ImFontAtlas& atlas) {
  for (ImTextureData* texture : atlas.TexList) {
    if (texture->Status == ImTextureStatus_WantCreate) create_texture(*texture);
    if (texture->Status == ImTextureStatus_WantUpdates) update_texture(*texture);
    if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
      const GLuint name = name_of(*texture);
      glDeleteTextures(1, &name);
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

void Renderer::create_texture(ImTextureData& texture) {
  GLuint name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, texture.Width, texture.Height, 0, GL_RED, GL_UNSIGNED_BYTE,
               texture.GetPixels());
  texture.SetTexID(static_cast<ImTextureID>(name));
  texture.SetStatus(ImTextureStatus_OK);
}

void Renderer::update_texture(ImTextureData& texture) {
  glBindTexture(GL_TEXTURE_2D, name_of(texture));
  for (const ImTextureRect& part : texture.Updates) {
    rows_.resize(static_cast<std::size_t>(part.w) * part.h);
    for (int row = 0; row < part.h; ++row) {
      std::memcpy(rows_.data() + static_cast<std::size_t>(row) * part.w,
                  texture.GetPixelsAt(part.x, part.y + row), part.w);
    }
    glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RED, GL_UNSIGNED_BYTE,
                    rows_.data());
  }
  texture.SetStatus(ImTextureStatus_OK);
}

void Renderer::draw_list(const ImDrawList& list) {
  if (list.VtxBuffer.Size == 0) return;
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data,
               GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data,
               GL_STREAM_DRAW);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.ElemCount == 0) continue;
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT,
                   offset(command.IdxOffset * sizeof(ImDrawIdx)));
    ++draw_calls_;
  }
}

}  // namespace sayso::imgui
